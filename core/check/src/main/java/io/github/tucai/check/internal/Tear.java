package io.github.tucai.check.internal;

import io.github.tucai.photo.CheckId;

/**
 * Two checks that pull one axis both ways, which says together what neither says alone.
 *
 * @param axis that is pulled
 * @param oneWay of the first check
 * @param one the first check
 * @param otherWay of the second check
 * @param other the second check
 * @param instead what to tell
 */
record Tear(String axis, String oneWay, CheckId one, String otherWay, CheckId other, Words instead) {}
