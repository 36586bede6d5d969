from __future__ import annotations

import numpy as np
import pytest

from index.fusion import best_of_groups, filled, fused, ranked, z_scored


def _scores(*values: float) -> np.ndarray:
    return np.asarray(values, dtype=np.float32)


def test_z_scores_have_mean_zero_and_deviation_one() -> None:
    scaled = z_scored(_scores(1, 2, 3, 10))
    assert scaled.mean() == pytest.approx(0, abs=1e-6)
    assert scaled.std() == pytest.approx(1, abs=1e-6)


def test_a_flat_signal_says_nothing() -> None:
    assert z_scored(_scores(0.8, 0.8, 0.8)).tolist() == [0, 0, 0]
    assert len(z_scored(_scores())) == 0


def test_best_of_groups_names_the_member_it_took() -> None:
    best, places = best_of_groups(_scores(0.2, 0.9, 0.5, 0.5), np.array([0, 0, 2, 2]), 3)
    assert places.tolist() == [1, -1, 2]  # of equals the first; a group without members has none
    assert best == pytest.approx([0.9, 0.2, 0.5])


def test_the_sum_is_the_sum_of_its_parts() -> None:
    signals = {"words": _scores(0, 5, 1), "task_vector": _scores(0.8, 0.81, 0.9)}
    total, parts = fused(signals, {"words": 2.0, "task_vector": 1.0})
    assert total == pytest.approx(parts["words"] + parts["task_vector"])
    assert parts["words"] == pytest.approx(2 * z_scored(signals["words"]))


def test_scale_of_a_signal_does_not_matter() -> None:
    small = {"words": _scores(0, 5, 1), "task_vector": _scores(0.8, 0.81, 0.9)}
    large = {"words": _scores(0, 500, 100), "task_vector": _scores(0.8, 0.81, 0.9)}
    assert fused(small)[0] == pytest.approx(fused(large)[0], abs=1e-5)


def test_a_signal_without_weight_is_left_out() -> None:
    _, parts = fused({"words": _scores(1, 2), "other": _scores(2, 1)}, {"words": 1.0})
    assert set(parts) == {"words"}
    with pytest.raises(ValueError, match="no weight"):
        fused({"other": _scores(2, 1)}, {"words": 1.0})


def test_equals_keep_their_order() -> None:
    assert ranked(_scores(1, 3, 3, 2), 3).tolist() == [1, 2, 3]


def test_one_signal_alone_does_not_outvote_the_others() -> None:
    one_task_has_the_word = np.zeros(400, dtype=np.float32)
    one_task_has_the_word[7] = 30.0
    _, parts = fused({"words": one_task_has_the_word}, {"words": 1.0})
    assert z_scored(one_task_has_the_word)[7] > 15
    assert parts["words"][7] == 8.0


def test_what_has_no_score_of_a_signal_stands_out_as_it_does_in_another() -> None:
    scores = np.array([0.9, 0.5, 0.1, -1.0], dtype=np.float32)
    known = scores >= 0
    by = np.array([0.0, 0.0, 0.0, 3.0], dtype=np.float32)
    told = filled(scores, known, by)
    assert (told[:3] == scores[:3]).all()
    assert told[3] > 0.9
    assert filled(scores, known, np.array([3.0, 3.0, 3.0, 0.0], dtype=np.float32))[3] < 0.1
    nothing = np.zeros(4, dtype=bool)
    assert (filled(scores, nothing, by) == scores).all()
