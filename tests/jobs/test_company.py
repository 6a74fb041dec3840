"""Who waits for whom at the entrance."""

from __future__ import annotations

import pytest

from gouache.jobs.company import Company


def learned(entered: int, waiting: int, took: float, busy: float) -> Company:
    company = Company()
    company.learn(entered, waiting, took, busy)
    return company


def test_who_comes_alone_waits_for_nobody() -> None:
    assert Company().size == 1
    assert learned(1, 0, took=0.1, busy=1.0).size == 1


def test_with_a_slow_disk_all_wait_for_each_other() -> None:
    company = learned(16, 0, took=0.02, busy=0.008)
    assert company.size == 16
    assert company.most > 16


def test_with_a_fast_one_they_come_in_halves() -> None:
    for company in (learned(16, 0, took=0.003, busy=0.008), learned(8, 8, took=0.003, busy=0.004)):
        assert company.size == company.most == 8


@pytest.mark.parametrize("entered", [2, 4, 7])
def test_a_few_stay_together(entered: int) -> None:
    assert learned(entered, 0, took=0.001, busy=1.0).size == entered


@pytest.mark.parametrize(("entered", "waiting"), [(1, 0), (1, 5000), (64, 5000)])
@pytest.mark.parametrize("took", [0.0, 0.001, 30.0])
def test_nobody_waits_long_and_no_statement_grows_without_end(entered: int, waiting: int, took: float) -> None:
    company = learned(entered, waiting, took, busy=0.01)
    assert 1 <= company.size <= company.most <= 64
    assert 0 <= company.patience <= min(0.008, took / 2)
