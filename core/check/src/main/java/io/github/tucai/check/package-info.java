/**
 * Judging photos; no database is needed.
 *
 * <pre>{@code
 * PhotoChecker checker = PhotoChecker.builder().build();
 * PhotoCheckResult result = checker.check(PhotoImage.copyOf(Files.readAllBytes(file)));
 * result.failures().forEach(f -> System.out.println(f.advice().in(Locale.getDefault())));
 * }</pre>
 */
@NullMarked
package io.github.tucai.check;

import org.jspecify.annotations.NullMarked;
