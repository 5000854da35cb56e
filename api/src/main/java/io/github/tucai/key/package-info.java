/**
 * Keys as everyone may see them: which there are, what for, and in which state. Private parts stay with a
 * {@link io.github.tucai.spi.KeyProvider}.
 */
@NullMarked
package io.github.tucai.key;

import org.jspecify.annotations.NullMarked;
