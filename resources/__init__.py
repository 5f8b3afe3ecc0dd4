"""Data files: statutes, dictionary, samples, translations, icons."""
