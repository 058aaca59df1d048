package app.novelo.ai.internal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The trained models as one file, {@code model/understanding.bin}: plain numbers, no serialised objects.
 *
 * @param digest {@link Corpus#digest()} at the time of training; its beginning is the engine's version
 */
record Artefact(String digest, LinearModel intent, LinearModel sentiment, LinearModel language) {

    static final String NAME = "model/understanding.bin";

    /** "NVL1": the file's kind and layout. */
    private static final int MAGIC = 0x4E564C31;

    static Artefact load() {
        try (var in = new DataInputStream(new ByteArrayInputStream(Resources.bytes(NAME)))) {
            if (in.readInt() != MAGIC) {
                throw new IllegalStateException(NAME + " has another layout; train again, see docs/ai.md");
            }
            return new Artefact(in.readUTF(), readModel(in), readModel(in), readModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return digest.substring(0, 12);
    }

    void write(OutputStream file) throws IOException {
        try (var out = new DataOutputStream(file)) {
            out.writeInt(MAGIC);
            out.writeUTF(digest);
            for (var model : List.of(intent, sentiment, language)) {
                write(model, out);
            }
        }
    }

    private static void write(LinearModel model, DataOutputStream out) throws IOException {
        out.writeFloat(model.temperature());
        out.writeByte(model.labels().size());
        for (var label : model.labels()) {
            out.writeUTF(label);
        }
        for (var value : model.bias()) {
            out.writeFloat(value);
        }
        out.writeInt(model.features().length);
        for (var feature : model.features()) {
            out.writeInt(feature);
        }
        for (var value : model.idf()) {
            out.writeShort(HalfFloat.bits(value));
        }
        for (var value : model.weights()) {
            out.writeShort(HalfFloat.bits(value));
        }
    }

    private static LinearModel readModel(DataInputStream in) throws IOException {
        float temperature = in.readFloat();
        var labels = new ArrayList<String>();
        for (int left = in.readByte(); left > 0; left--) {
            labels.add(in.readUTF());
        }
        var bias = new float[labels.size()];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = in.readFloat();
        }
        var features = new int[in.readInt()];
        for (int i = 0; i < features.length; i++) {
            features[i] = in.readInt();
        }
        var idf = readHalfFloats(in, features.length);
        var weights = readHalfFloats(in, features.length * labels.size());
        return new LinearModel(List.copyOf(labels), features, idf, weights, bias, temperature);
    }

    private static float[] readHalfFloats(DataInputStream in, int count) throws IOException {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = HalfFloat.value(in.readShort());
        }
        return values;
    }
}
