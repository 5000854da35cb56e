/**
 * What happened in one campaign, as events and the record they fold into: of one graduate's photo, and of one school, what it
 * set, was granted, owes and answered.
 */
@NullMarked
package io.github.tucai.capture;

import org.jspecify.annotations.NullMarked;
