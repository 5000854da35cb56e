/** What every implementation of a plug-in interface promises, as tests to extend. */
@NullMarked
package io.github.tucai.contract;

import org.jspecify.annotations.NullMarked;
