/** The crypto module. */
@NullMarked
package io.github.tucai.crypto;

import org.jspecify.annotations.NullMarked;
