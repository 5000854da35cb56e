/** What the library reads and how fast it is: one class a benchmark, one report. */
@NullMarked
package io.github.tucai.benchmarks;

import org.jspecify.annotations.NullMarked;
