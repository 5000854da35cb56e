/** What commands, the demo and the reports write alike: JSON, HTML, annotated pictures, codes as pictures. */
@NullMarked
package io.github.tucai.cli.output;

import org.jspecify.annotations.NullMarked;
