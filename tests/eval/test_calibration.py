"""Reliability of confidences."""

from __future__ import annotations

import pytest

from eval.calibration import bins, curve, expected_error


def test_a_record_falls_in_the_bin_of_its_confidence() -> None:
    made = bins([(0.7, True), (0.75, False), (0.3, False), (1.0, True)])
    assert [(round(b.low, 1), b.count, b.right) for b in made] == [(0.3, 1, 0.0), (0.7, 2, 0.5), (0.9, 1, 1.0)]


def test_perfect_confidence_has_no_error_and_blind_trust_much() -> None:
    assert expected_error(bins([(1.0, True), (0.0, False)])) == 0
    assert expected_error(bins([(0.9, True)] * 9 + [(0.9, False)])) == pytest.approx(0)
    assert expected_error(bins([(0.9, False)] * 4)) == pytest.approx(0.9)
    assert expected_error([]) == 0


def test_the_curve_shows_confidence_beside_what_is_right() -> None:
    (line,) = curve(bins([(0.5, True)]))
    assert "confidence 0.50  right 1.00" in line
    assert line.endswith("#" * 20 + "|" + "#" * 19 + ".")
