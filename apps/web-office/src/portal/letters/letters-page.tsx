export const LettersPage = () => null;
