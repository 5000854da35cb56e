/** What checking photos found out, as pages for people: one a photo, and a sheet of all. */
@NullMarked
package io.github.tucai.cli.report;

import org.jspecify.annotations.NullMarked;
