/**
 * A whole collection campaign on embedded defaults: real codes, a real registry on loopback, real checks, real prints. The
 * people are drawn and the schools invented; the page it writes says so.
 */
@NullMarked
package io.github.tucai.cli.demo;

import org.jspecify.annotations.NullMarked;
