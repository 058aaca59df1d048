package app.novelo.ai.internal;

/** Numbers in two bytes: the upper half of a float ("bfloat16"), rounded. Three digits are enough for a weight. */
final class HalfFloat {

    private HalfFloat() {}

    static short bits(float value) {
        return (short) (Float.floatToIntBits(value) + 0x8000 >>> 16);
    }

    static float value(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
