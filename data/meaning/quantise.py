"""Weights as whole numbers with one scale a row, few enough of them to compress well, and chosen so that a layer's output changes little.

A row's step is a share (`coarseness`) of the root mean square of its weights, and no weight is cut off: frequent small numbers and
rare large ones are what Huffman's code is for, and at the same size this loses less than few levels with a scale for each few weights.
"""

import numpy as np

MOST = 127  # whole numbers are kept in a byte
DAMPING = 0.01  # of the mean of the diagonal, so that inputs that hardly vary do no harm


def steps(matrix, coarseness):
    size = np.sqrt((matrix**2).mean(1, keepdims=True)) * coarseness
    return np.maximum(size, np.abs(matrix).max(1, keepdims=True) / MOST).astype("<f4")


def nearest(matrix, coarseness):
    """The nearest whole numbers, and the scale of each row."""
    scale = steps(matrix, coarseness)
    return np.round(matrix / scale).astype(np.int8), scale


def compensated(matrix, coarseness, inputs):
    """The same for the matrix of a linear map, where each rounding is made good by the weights that are still to be rounded, as far as
    they can for these inputs: GPTQ (Frantar et al. 2023)."""
    scale = steps(matrix, coarseness)
    rest = matrix.astype(np.float64)
    products = (inputs.T @ inputs).astype(np.float64)
    products[np.diag_indices_from(products)] += DAMPING * np.trace(products) / len(products)
    # Inputs that vary most are rounded first, while there are others to make it good.
    order = np.argsort(-np.diag(products), kind="stable")
    rest, products = rest[:, order], products[np.ix_(order, order)]
    upper = np.linalg.cholesky(np.linalg.inv(products)).T
    whole = np.empty_like(rest)
    block = 128
    for start in range(0, rest.shape[1], block):
        end = min(start + block, rest.shape[1])
        errors = np.empty((len(rest), end - start))
        for i in range(start, end):
            whole[:, i] = np.clip(np.round(rest[:, i] / scale[:, 0]), -MOST, MOST)
            error = (rest[:, i] - whole[:, i] * scale[:, 0]) / upper[i, i]
            rest[:, i:end] -= error[:, None] * upper[i, i:end]
            errors[:, i - start] = error
        rest[:, end:] -= errors @ upper[start:end, end:]
    result = np.empty_like(whole)
    result[:, order] = whole
    return result.astype(np.int8), scale
