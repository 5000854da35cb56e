/** What the library reads, how fast it is, and that deliveries survive faults: one class a benchmark, one report. */
@NullMarked
package io.github.tucai.benchmarks;

import org.jspecify.annotations.NullMarked;
