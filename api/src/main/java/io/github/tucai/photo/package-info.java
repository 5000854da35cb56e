/**
 * A photo, what was measured in it, and what the check said.
 */
@NullMarked
package io.github.tucai.photo;

import org.jspecify.annotations.NullMarked;
