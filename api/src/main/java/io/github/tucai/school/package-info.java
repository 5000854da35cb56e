/**
 * One school in one campaign: what it set, what it was granted, what it owes and what it answered.
 */
@NullMarked
package io.github.tucai.school;

import org.jspecify.annotations.NullMarked;
