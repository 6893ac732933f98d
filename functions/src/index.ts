/** The deploy list: every function of the product by its deployed name, and nothing else. */
export {};
