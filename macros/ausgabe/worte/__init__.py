"""Words of the output: numbers, sentences, texts and addresses as people read them."""
