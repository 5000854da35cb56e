/**
 * The library from a terminal. Data goes to standard output in UTF-8, talk to standard error; the exit status is 0 for
 * done, 1 for done with something rejected or found, 2 for wrong usage, 3 for failure.
 */
@NullMarked
package io.github.tucai.cli;

import org.jspecify.annotations.NullMarked;
