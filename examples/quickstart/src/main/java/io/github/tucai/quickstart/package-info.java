/** The shortest program that embeds the library. */
@NullMarked
package io.github.tucai.quickstart;

import org.jspecify.annotations.NullMarked;
