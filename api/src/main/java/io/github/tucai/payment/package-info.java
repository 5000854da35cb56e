/**
 * What a school or a student pays, and where to (N3.1 to N3.4). Money is exact: yuan with two decimals.
 */
@NullMarked
package io.github.tucai.payment;

import org.jspecify.annotations.NullMarked;
