package io.github.tucai.imaging.internal.qr;

import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.alg.fiducial.qrcode.QrCodeMaskPattern;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import georegression.struct.point.Point2D_I32;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A symbol whose modules are more or less dark: from it the text is decoded with the doubtful codewords left out, which corrects
 * up to twice as many as if nobody knew where the damage is.
 */
final class SoftSymbol {
    private static final int FORMATS = 32;
    private static final int FORMAT_GENERATOR = 0x537;
    private static final int FORMAT_MASK = 0x5412;

    // Of all that 30 modules could say; noise agrees with its best format by less.
    private static final double LEAST_FORMAT_AGREEMENT = 0.4;

    private final double[][] modules;
    private final int side;
    private final Version version;

    /** @param modules rows of values from -1 (dark for certain) over 0 (unknown) to 1 (light for certain) */
    SoftSymbol(double[][] modules) {
        this.modules = modules;
        this.side = modules.length;
        this.version = Version.getVersionForNumber((side - 17) / 4);
    }

    /** The text, if the modules agree on one; a mirrored symbol is turned round. */
    Optional<CodeText> text() {
        return straightText().or(() -> new SoftSymbol(transposed()).straightText());
    }

    private double[][] transposed() {
        double[][] transposed = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                transposed[column][row] = modules[row][column];
            }
        }
        return transposed;
    }

    private Optional<CodeText> straightText() {
        int format = 0;
        double best = 0;
        for (int candidate = 0; candidate < FORMATS; candidate++) {
            double agreement = formatAgreement(candidate);
            if (agreement > best) {
                best = agreement;
                format = candidate;
            }
        }
        return best < LEAST_FORMAT_AGREEMENT ? Optional.empty() : text(format);
    }

    /** From -1 to 1: how far both copies of the format information say this one (ISO/IEC 18004, clause 7.9). */
    private double formatAgreement(int format) {
        int remainder = format << 10;
        for (int bit = 14; bit >= 10; bit--) {
            if ((remainder >> bit & 1) == 1) {
                remainder ^= FORMAT_GENERATOR << (bit - 10);
            }
        }
        int bits = (format << 10 | remainder) ^ FORMAT_MASK;
        double sum = 0;
        for (int i = 0; i < 15; i++) {
            int expected = (bits >> (14 - i) & 1) == 1 ? -1 : 1;
            sum += expected * (besideCorner(i) + besideOthers(i));
        }
        return sum / 30;
    }

    private double besideCorner(int i) {
        if (i < 8) {
            return modules[8][i < 6 ? i : i + 1];
        }
        return modules[i == 8 ? 7 : 14 - i][8];
    }

    private double besideOthers(int i) {
        return i < 7 ? modules[side - 1 - i][8] : modules[8][side - 15 + i];
    }

    private Optional<CodeText> text(int format) {
        Version.ECBlocks blocks = version.getECBlocksForLevel(ErrorCorrectionLevel.forBits(format >> 3));
        List<Block> split = split(blocks, codewords(QrCodeMaskPattern.lookupMask(format & 7)));
        List<Integer> data = new ArrayList<>();
        for (Block block : split) {
            if (!block.correct(blocks.getECCodewordsPerBlock())) {
                return Optional.empty();
            }
            IntStream.range(0, block.dataCount()).forEach(i -> data.add(block.codeword(i)));
        }
        byte[] bytes = new byte[data.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = data.get(i).byteValue();
        }
        return Payload.text(bytes, version.getVersionNumber());
    }

    private List<Codeword> codewords(QrCodeMaskPattern mask) {
        List<Point2D_I32> places = QrCode.LOCATION_BITS[version.getVersionNumber()];
        List<Codeword> codewords = new ArrayList<>();
        for (int i = 0; i + 8 <= places.size(); i += 8) {
            int value = 0;
            double certainty = 1;
            for (Point2D_I32 place : places.subList(i, i + 8)) {
                double module = modules[place.y][place.x];
                value = value << 1 | mask.apply(place.y, place.x, module < 0 ? 1 : 0);
                certainty = Math.min(certainty, Math.abs(module));
            }
            codewords.add(new Codeword(value, certainty));
        }
        return codewords;
    }

    /** The blocks lie interleaved; the later ones may have one data codeword more. */
    private static List<Block> split(Version.ECBlocks blocks, List<Codeword> codewords) {
        List<Block> split = new ArrayList<>();
        int parity = blocks.getECCodewordsPerBlock();
        for (Version.ECB kind : blocks.getECBlocks()) {
            for (int i = 0; i < kind.getCount(); i++) {
                split.add(new Block(kind.getDataCodewords(), parity));
            }
        }
        int longest = split.get(split.size() - 1).dataCount();
        int next = 0;
        for (int i = 0; i < longest + parity; i++) {
            for (Block block : split) {
                // A shorter block has a gap where the others have their last data codeword.
                int place = i < longest ? i : i - longest + block.dataCount();
                if (i >= longest || i < block.dataCount()) {
                    block.set(place, codewords.get(next));
                    next++;
                }
            }
        }
        return split;
    }

    private record Codeword(int value, double certainty) {}

    private static final class Block {
        private final int[] word;
        private final double[] certainty;
        private final int dataCount;

        Block(int dataCount, int parity) {
            this.word = new int[dataCount + parity];
            this.certainty = new double[dataCount + parity];
            this.dataCount = dataCount;
        }

        int dataCount() {
            return dataCount;
        }

        int codeword(int place) {
            return word[place];
        }

        void set(int place, Codeword codeword) {
            word[place] = codeword.value();
            certainty[place] = codeword.certainty();
        }

        boolean correct(int parity) {
            List<Integer> doubtful = IntStream.range(0, word.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(place -> certainty[place]))
                    .toList();
            for (int left = 0; left <= parity; left += 2) {
                if (ReedSolomon.correct(word, parity, doubtful.subList(0, left))) {
                    return true;
                }
            }
            return false;
        }
    }
}
