/** The print module. */
@NullMarked
package io.github.tucai.print;

import org.jspecify.annotations.NullMarked;
