/** The imaging module. */
@NullMarked
package io.github.tucai.imaging;

import org.jspecify.annotations.NullMarked;
