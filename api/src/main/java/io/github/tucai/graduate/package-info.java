/** Who graduates, and where. */
@NullMarked
package io.github.tucai.graduate;

import org.jspecify.annotations.NullMarked;
