package io.github.tucai.crypto;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain members of a JSON object: strings, numbers and literals, as text. Objects and arrays inside are stepped over
 * down to a bounded depth. Enough for receipts and problems, and small enough to be sure of.
 */
final class JsonMembers {
    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    private JsonMembers(String text) {
        this.text = text;
    }

    static Map<String, String> read(String text) {
        JsonMembers in = new JsonMembers(text);
        Map<String, String> members = in.object(0);
        in.blanks();
        if (in.at != text.length()) {
            throw malformed();
        }
        return members;
    }

    private Map<String, String> object(int depth) {
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        if (!next('}')) {
            do {
                blanks();
                String name = string();
                expect(':');
                String value = value(depth + 1);
                if (value != null && members.put(name, value) != null) {
                    throw malformed();
                }
            } while (next(','));
            expect('}');
        }
        return members;
    }

    /** Null stands for a value that is no plain one. */
    private @Nullable String value(int depth) {
        if (depth > DEEPEST) {
            throw malformed();
        }
        blanks();
        return switch (peek()) {
            case '"' -> string();
            case '{' -> {
                object(depth);
                yield null;
            }
            case '[' -> {
                array(depth);
                yield null;
            }
            default -> literal();
        };
    }

    private void array(int depth) {
        expect('[');
        if (!next(']')) {
            do {
                value(depth + 1);
            } while (next(','));
            expect(']');
        }
    }

    private String literal() {
        int start = at;
        while (at < text.length() && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String literal = text.substring(start, at);
        if (!literal.matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw malformed();
        }
        return literal;
    }

    private String string() {
        if (peek() != '"') {
            throw malformed();
        }
        at++;
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < 0x20) {
                throw malformed();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() {
        if (text.length() - at < 4) {
            throw malformed();
        }
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                throw malformed();
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    private void expect(char wanted) {
        if (!next(wanted)) {
            throw malformed();
        }
    }

    private boolean next(char wanted) {
        blanks();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not a JSON object");
    }
}
