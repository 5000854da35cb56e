package io.github.tucai.check.internal;

/**
 * What following an instruction changes, and in which direction.
 *
 * @param axis such as {@code distance}
 * @param way such as {@code closer}
 */
record Move(String axis, String way) {}
