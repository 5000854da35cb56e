/**
 * Exceptions of the library: the world failed. Ordinary outcomes are values, not exceptions.
 */
@NullMarked
package io.github.tucai.failure;

import org.jspecify.annotations.NullMarked;
