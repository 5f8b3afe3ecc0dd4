"""Red seals stamped over the text: their rings cut lines in two, and their own words run into the contract's."""

from __future__ import annotations

import cv2
import numpy as np

from extractors.ocr.engine import Pixels

_REDDER = 45  # levels that red ink has more red than blue or green
_SMALLEST, _LARGEST = 45.0, 220.0  # points across: seals measure 18 to 60 mm; the edge may be cut off
_ROUND = 1.8  # times as wide as high at most, and the reverse: round, oval and square seals
_LEAST_SHARE = 0.0005  # of the page red; else there is nothing to look for


def without_seals(image: Pixels, points: float) -> Pixels:
    """The picture with the red ink of seals taken away, black beneath it kept; ``points`` are those of one pixel.

    Red text elsewhere (a heading, the marks of a revision) stays.
    """
    blue, green, red = cv2.split(image)
    ink = cv2.inRange(cv2.subtract(red, cv2.max(blue, green)), np.array(_REDDER), np.array(255))
    if cv2.countNonZero(ink) < _LEAST_SHARE * ink.size:
        return image
    joined = cv2.dilate(ink, np.ones((5, 5), np.uint8))
    cleaned = image
    for x, y, across, down in cv2.connectedComponentsWithStats(joined)[2][1:, :4].tolist():
        smaller, larger = sorted((across * points, down * points))
        if smaller < _SMALLEST or larger > _LARGEST or larger > _ROUND * smaller:
            continue
        if cleaned is image:
            cleaned = image.copy()
        part = np.s_[y : y + down, x : x + across]
        reddish = joined[part] > 0
        cleaned[part][reddish] = red[part][reddish][:, np.newaxis]  # red is white to a red filter, black stays black
    return cleaned
