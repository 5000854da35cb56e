/**
 * A collector that is killed again and again while students are captured, and a count of what it cost: three processes, the
 * driver, the registry that lives through it all, and the collector that is killed from outside.
 */
@NullMarked
package io.github.tucai.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
