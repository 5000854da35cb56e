/**
 * One graduate's photo in one campaign: the events that happened, and the record they fold into.
 */
@NullMarked
package io.github.tucai.capture;

import org.jspecify.annotations.NullMarked;
