package io.github.tucai.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;

/** Turns a failure into one line a person can act on. */
final class Failures {
    private Failures() {}

    static String message(Exception failure) {
        Exception told = failure instanceof UncheckedIOException io && io.getCause() != null ? io.getCause() : failure;
        if (told instanceof TucaiException || told instanceof IllegalArgumentException) {
            String message = String.valueOf(told.getMessage());
            return database(told)
                    .map(cause -> Texts.get("error.database", message, cause))
                    .orElse(message);
        }
        if (told instanceof JsonProcessingException json) {
            // Its own text quotes the content, which may be personal.
            return json.getLocation() == null
                    ? Texts.get("error.json", "?", "?")
                    : Texts.get(
                            "error.json",
                            String.valueOf(json.getLocation().getLineNr()),
                            String.valueOf(json.getLocation().getColumnNr()));
        }
        if (told instanceof FileSystemException file) {
            return message(file);
        }
        // The text of a foreign exception alone often says little: an unforeseen one keeps its type, for the report.
        return told instanceof IOException && told.getMessage() != null
                ? Texts.get("error.io", told.getMessage())
                : Texts.get("error.unforeseen", told.toString());
    }

    /** What the database itself says; the layers between repeat values of statements. */
    private static Optional<String> database(Throwable failure) {
        Optional<String> said = Optional.empty();
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                said = Optional.of(said(sql));
            }
        }
        return said;
    }

    private static String said(SQLException failure) {
        return failure.getErrorCode() == ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1
                ? Texts.get("error.noDatabase")
                : String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static String message(FileSystemException failure) {
        String file = String.valueOf(failure.getFile());
        if (failure instanceof NoSuchFileException) {
            return Texts.get("error.noSuchFile", file);
        }
        if (failure instanceof AccessDeniedException) {
            return Texts.get("error.accessDenied", file);
        }
        if (failure instanceof NotDirectoryException) {
            return Texts.get("error.notDirectory", file);
        }
        String reason = failure.getReason();
        return Texts.get("error.io", reason == null ? file : file + ": " + reason);
    }
}
