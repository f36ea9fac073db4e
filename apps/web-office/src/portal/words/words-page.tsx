export const WordsPage = () => null;
