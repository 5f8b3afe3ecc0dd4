"""Everything a person touches: command line, window, store, exports."""
