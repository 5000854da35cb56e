/**
 * Schools: which there are, and whom to call.
 */
@NullMarked
package io.github.tucai.school;

import org.jspecify.annotations.NullMarked;
