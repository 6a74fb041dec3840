"""Pictures as files: encoding, provenance, storage, signed URLs."""
