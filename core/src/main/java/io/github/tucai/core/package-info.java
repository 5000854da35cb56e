/** The core module. */
@NullMarked
package io.github.tucai.core;

import org.jspecify.annotations.NullMarked;
