"""The parts of the window: they connect and paint, and decide nothing."""
