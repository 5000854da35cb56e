package io.github.tucai.print.internal;

import io.github.tucai.photo.ImageDigest;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** What a document says of itself. Nothing comes from the clock or from chance, so equal input gives equal bytes. */
final class DocumentFacts {
    private DocumentFacts() {}

    static void set(PDDocument document, String title, Instant created, long id) {
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(created.toEpochMilli());
        PDDocumentInformation facts = document.getDocumentInformation();
        facts.setTitle(title);
        facts.setProducer("Tucai");
        facts.setCreationDate(date);
        facts.setModificationDate(date);
        document.getDocumentCatalog().setLanguage("zh-CN");
        document.setDocumentId(id);
    }

    /** Differs for different jobs; tells nothing of their content. */
    static long idOf(PrintJob job) {
        StringBuilder all = new StringBuilder(job.profile().id()).append(job.order());
        for (PrintItem item : job.items()) {
            all.append('\n').append(item.photo().hex());
            job.profile().fields().forEach(field -> all.append('\t').append(item.text(field)));
        }
        return idOf(all.toString());
    }

    static long idOf(String content) {
        String digest = ImageDigest.of(content.getBytes(StandardCharsets.UTF_8)).hex();
        return Long.parseUnsignedLong(digest.substring(0, 16), 16);
    }
}
