/**
 * What users of the PDF layout may name beyond the plug-in contracts: further fonts and pictures of pages.
 *
 * <pre>{@code
 * PrintLayout layout = PdfPrint.layout(List.of(Path.of("rare-characters.ttf")));
 * layout.write(job, photos, Path.of("sheets.pdf"));
 * PdfPrint.picture(Path.of("sheets.pdf"), 1, 150, Path.of("sheet.png"));
 * }</pre>
 */
@NullMarked
package io.github.tucai.print.pdf;

import org.jspecify.annotations.NullMarked;
