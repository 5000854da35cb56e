package io.github.tucai.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written as XML, cell by cell: it holds what a spreadsheet stores and a writing library would not. */
final class RawWorkbook {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final List<String> formats = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder();
    private int row;

    /** A cell that a person typed a text into. */
    static String text(String text) {
        return " t=\"inlineStr\"><is><t>" + text + "</t></is>";
    }

    /** A cell of a type of the format: {@code b}, {@code e}, {@code n}, {@code str}. */
    static String value(String type, String value) {
        return " t=\"" + type + "\"><v>" + value + "</v>";
    }

    static String formula(String formula, String stored) {
        return "><f>" + formula + "</f><v>" + stored + "</v>";
    }

    /** A number as it is stored, shown by a format. */
    String number(String stored, String format) {
        formats.add(format);
        return " s=\"" + formats.size() + "\"><v>" + stored + "</v>";
    }

    RawWorkbook row(String... cells) {
        row++;
        rows.append("<row r=\"").append(row).append("\">");
        for (int column = 0; column < cells.length; column++) {
            rows.append("<c r=\"").append((char) ('A' + column)).append(row).append('"');
            rows.append(cells[column]).append("</c>");
        }
        rows.append("</row>");
        return this;
    }

    Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", types());
            part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    relations("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"));
            part(zip, "xl/styles.xml", styles());
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        }
        return file;
    }

    private static String types() {
        String kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + kind + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + kind + "worksheet+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + kind + "styles+xml\"/></Types>";
    }

    private static String relations(String... typesAndTargets) {
        StringBuilder all = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            all.append("<Relationship Id=\"rId").append(i / 2 + 1).append("\" Type=\"" + OFFICE + "/");
            all.append(typesAndTargets[i]).append("\" Target=\"").append(typesAndTargets[i + 1]);
            all.append("\"/>");
        }
        return all.append("</Relationships>").toString();
    }

    private String styles() {
        StringBuilder named = new StringBuilder();
        StringBuilder used = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < formats.size(); i++) {
            boolean builtIn = formats.get(i).matches("\\d+") && !formats.get(i).startsWith("0");
            int id = builtIn ? Integer.parseInt(formats.get(i)) : 164 + i;
            used.append("<xf numFmtId=\"").append(id).append("\" applyNumberFormat=\"1\"/>");
            if (!builtIn) {
                String code = formats.get(i).replace("\"", "&quot;");
                named.append("<numFmt numFmtId=\"").append(id).append("\" formatCode=\"");
                named.append(code).append("\"/>");
            }
        }
        return "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + named + "</numFmts><cellXfs>" + used
                + "</cellXfs></styleSheet>";
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
    }
}
