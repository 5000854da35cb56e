package io.github.tucai.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * A workbook without cells of a kind that the reader does not know, which ends the reading of the whole sheet. They stand as
 * errors with what they held: dates in the words of ISO 8601 ({@code t="d"}) are the only such kind of the format.
 */
final class KnownCells {
    private static final Set<String> KNOWN = Set.of("b", "e", "inlineStr", "n", "s", "str");
    private static final QName TYPE = new QName("t");

    private final XMLInputFactory in = XMLInputFactory.newDefaultFactory();
    private final XMLOutputFactory out = XMLOutputFactory.newDefaultFactory();
    private final XMLEventFactory events = XMLEventFactory.newDefaultFactory();

    private KnownCells() {
        in.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        in.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /**
     * The workbook in other words.
     *
     * @throws XMLStreamException if a sheet is no XML
     */
    static InputStream of(Path workbook) throws IOException, XMLStreamException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        KnownCells cells = new KnownCells();
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(workbook));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(part.getName()));
                if (part.getName().matches("/?xl/worksheets/[^/]*[.]xml")) {
                    cells.copySheet(from, to);
                } else {
                    from.transferTo(to);
                }
                to.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private void copySheet(InputStream from, OutputStream to) throws XMLStreamException {
        XMLEventReader reader = in.createXMLEventReader(unclosed(from));
        XMLEventWriter writer = out.createXMLEventWriter(unclosed(to), "UTF-8");
        while (reader.hasNext()) {
            XMLEvent event = reader.nextEvent();
            if (event.isStartDocument()) {
                event = events.createStartDocument("UTF-8");
            }
            writer.add(event.isStartElement() ? known(event.asStartElement()) : event);
        }
        writer.flush();
    }

    private StartElement known(StartElement element) {
        Attribute type = element.getName().getLocalPart().equals("c") ? element.getAttributeByName(TYPE) : null;
        if (type == null || KNOWN.contains(type.getValue())) {
            return element;
        }
        List<Attribute> attributes = new ArrayList<>();
        for (Iterator<Attribute> all = element.getAttributes(); all.hasNext(); ) {
            Attribute one = all.next();
            attributes.add(one.getName().equals(TYPE) ? events.createAttribute(TYPE, "e") : one);
        }
        return events.createStartElement(element.getName(), attributes.iterator(), element.getNamespaces());
    }

    private static InputStream unclosed(InputStream part) {
        return new FilterInputStream(part) {
            @Override
            public void close() {}
        };
    }

    private static OutputStream unclosed(OutputStream part) {
        return new FilterOutputStream(part) {
            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                out.write(bytes, start, length);
            }

            @Override
            public void close() {}
        };
    }
}
