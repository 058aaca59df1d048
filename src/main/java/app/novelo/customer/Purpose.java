package app.novelo.customer;

/** What a company writes to a customer for. */
public enum Purpose {
    /** What he asked for, or what belongs to something that he bought or ordered. */
    SERVICE,
    /** What the company wants him to buy. */
    MARKETING
}
