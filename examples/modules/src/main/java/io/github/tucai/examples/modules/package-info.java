/** The published modules, started together. */
@NullMarked
package io.github.tucai.examples.modules;

import org.jspecify.annotations.NullMarked;
